"""The real branch beside the simulated one."""

from tests.branch.conftest import admitted, cluster, database

__all__ = ["admitted", "cluster", "database"]
