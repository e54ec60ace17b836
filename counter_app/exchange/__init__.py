"""Files in and out for other programs: workbooks. Owns their shape; decides nothing they say."""
