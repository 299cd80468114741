ALTER TABLE "Task" VALIDATE CONSTRAINT "Task_points_present";
