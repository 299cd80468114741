-- CreateIndex
CREATE INDEX CONCURRENTLY "Invoice_issuedAt_idx" ON "Invoice"("issuedAt");

-- CreateIndex
CREATE INDEX CONCURRENTLY "Payment_reference_idx" ON "Payment"("reference");
