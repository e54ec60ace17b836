"""The use cases: who may do what now, and which facts are written. No Qt, SQLAlchemy or ReportLab."""
