ALTER TABLE "Task" VALIDATE CONSTRAINT "Task_projectId_fkey";
