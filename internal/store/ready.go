package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Ready says whether the database answers and still has the schema that this
// program knows: another, newer one may have changed it meanwhile.
func (s *Store) Ready(ctx context.Context) error {
	var have sql.NullInt64
	if err := s.read.QueryRowContext(ctx, "SELECT max(version_id) FROM goose_db_version WHERE is_applied").Scan(&have); err != nil {
		return fmt.Errorf("the database doesn't answer: %w", err)
	}
	if have.Int64 != s.schema {
		return fmt.Errorf("the database has schema %d, this program knows %d", have.Int64, s.schema)
	}
	return nil
}
