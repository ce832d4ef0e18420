package lab;

import org.apache.flink.table.functions.ScalarFunction;

/** A function of a job that asks another service, which is slow from the record with the number of lab.slow-from on. */
public final class Vat extends ScalarFunction {
    private static final int SLOW_FROM = Integer.getInteger("lab.slow-from", Integer.MAX_VALUE);

    public Integer eval(Integer id) throws InterruptedException {
        if (id >= SLOW_FROM) {
            Thread.sleep(500);
        }
        return id;
    }
}
