ALTER TABLE "Task" ADD CONSTRAINT "Task_points_present" CHECK ("points" IS NOT NULL) NOT VALID;
