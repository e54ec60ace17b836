"""Pages of care beside the desk: silent help, matters that others handle."""
