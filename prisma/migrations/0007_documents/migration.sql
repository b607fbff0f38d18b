-- Columns are added in place, so that nothing is copied however many rows there are. What was there stays as it is: no file
-- has a parent, and a person's e-mail index is filled in when their data are next written.
ALTER TABLE "Person" ADD COLUMN "emailIndex" TEXT;

ALTER TABLE "File" ADD COLUMN "parentId" TEXT;
ALTER TABLE "File" ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "File" ADD COLUMN "findings" BLOB;

ALTER TABLE "Document" ADD COLUMN "name" BLOB;
ALTER TABLE "Document" ADD COLUMN "date" TEXT;
ALTER TABLE "Document" ADD COLUMN "remark" BLOB;
ALTER TABLE "Document" ADD COLUMN "service" TEXT;
-- Nothing was ever written to it.
ALTER TABLE "Document" DROP COLUMN "note";

-- CreateIndex
CREATE INDEX "Document_personId_slot_idx" ON "Document"("personId", "slot");

-- CreateIndex
CREATE INDEX "Document_fileId_idx" ON "Document"("fileId");

-- CreateIndex
CREATE INDEX "File_parentId_idx" ON "File"("parentId");

-- CreateIndex
CREATE INDEX "File_keyVersion_idx" ON "File"("keyVersion");

-- CreateIndex
CREATE INDEX "Person_emailIndex_idx" ON "Person"("emailIndex");
