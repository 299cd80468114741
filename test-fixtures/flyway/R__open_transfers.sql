CREATE OR REPLACE VIEW open_transfers AS
SELECT id, from_account, to_account, amount FROM transfers WHERE state = 'pending';
