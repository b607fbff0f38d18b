-- CreateTable
CREATE TABLE "ChannelAuth" (
    "account" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" BLOB NOT NULL,

    PRIMARY KEY ("account", "kind", "key")
);

-- CreateTable
CREATE TABLE "ChannelLease" (
    "account" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "until" BIGINT NOT NULL
);
