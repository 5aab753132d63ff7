namespace HelpDesk.Email.Benchmarks.Measuring;

/// <summary>What several measurements of one thing gave.</summary>
/// <param name="Median">The one in the middle.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
internal readonly record struct Spread(double Median, double Min, double Max)
{
    public static Spread Of(IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[^1]);
    }

    public static Spread Once(double value) => new(value, value, value);

    /// <summary>The same in another unit.</summary>
    public Spread Times(double factor) => new(Median * factor, Min * factor, Max * factor);

    /// <summary>So much in each of these times, for instance octets in seconds: the smallest time gives the largest speed.</summary>
    public Spread Per(double amount) => new(amount / Median, amount / Max, amount / Min);
}
