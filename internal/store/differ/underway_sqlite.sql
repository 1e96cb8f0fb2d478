SELECT COALESCE(max(tx), 0) + 1 FROM changes
