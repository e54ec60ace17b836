"""The administrator's page: accounts of the branch's staff, their roles and passwords."""
