namespace Guide;

internal static class OnPaper
{
    internal static void Run()
    {
        const double rows = 1e9;
        const double latency = 40; // µs until a message of another machine is there, over TCP
        const double bandwidth = 1250; // bytes a µs: 10 Gbit/s
        (string Name, double RowCost, double Parameters)[] networks =
        [
            ("16-32-1", 0.11, 577), // µs a row, measured on one core
            ("784-512-256-10", 26, 535_818),
        ];
        foreach ((string name, double rowCost, double parameters) in networks)
        {
            foreach (double batch in (double[])[1024, 65_536])
            {
                Console.WriteLine($"{name}, steps of {batch} rows");
                foreach (int machines in (int[])[1, 2, 8, 32, 100])
                {
                    double rounds = Math.Ceiling(Math.Log2(machines));
                    double work = batch * rowCost / machines;
                    double exchange = rounds * latency + (machines - 1) * 4 * parameters / bandwidth;
                    double minutes = rows / batch * (work + exchange) / 6e7;
                    double gain = batch * rowCost / (work + exchange);
                    Console.WriteLine($"{machines, 5} machines {minutes, 9:0.0} min an epoch {gain, 6:0.0} ×");
                }
            }
        }
    }
}
