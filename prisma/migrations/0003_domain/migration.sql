-- AlterTable
ALTER TABLE "Registration" ADD COLUMN "passwordHash" TEXT;
ALTER TABLE "Registration" ADD COLUMN "replaces" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Registration_replaces_key" ON "Registration"("replaces");

-- CreateIndex
CREATE INDEX "Registration_conversationId_agency_idx" ON "Registration"("conversationId", "agency");
