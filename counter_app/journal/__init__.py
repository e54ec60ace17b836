"""What happened: entries, their bytes and chain, facts, folds and Views. No Qt, SQL, forms or clock."""
