namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>What a scanner took for a hostile input, in seconds.</summary>
/// <param name="Input">The input.</param>
/// <param name="Quarter">The shortest time for a quarter of a megabyte.</param>
/// <param name="Shortest">The shortest time for a megabyte.</param>
/// <param name="Whole">The median time for a megabyte.</param>
/// <param name="Sixteen">The time for 16 of them.</param>
internal sealed record HostileTimes(string Input, double Quarter, double Shortest, double Whole, double Sixteen)
{
    // Below it a time says more of the clock than of the scanner: such an input is over with early, by a limit.
    private const double Noticeable = 0.001;

    /// <summary>The time of a megabyte by that of a quarter.</summary>
    public double Ratio => Shortest < Noticeable ? 1 : Shortest / Quarter;

    /// <summary>The smaller times of two measurements.</summary>
    public HostileTimes OrLess(HostileTimes other) => new(
        Input,
        Math.Min(Quarter, other.Quarter),
        Math.Min(Shortest, other.Shortest),
        Math.Min(Whole, other.Whole),
        Math.Min(Sixteen, other.Sixteen));
}
