-- expect: FC028
SET 'execution.checkpointing.timeout' = '5';
SET 'execution.checkpointing.interval' = '60s';
