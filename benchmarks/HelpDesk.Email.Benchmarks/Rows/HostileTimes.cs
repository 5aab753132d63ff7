namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>What a scanner took for a hostile input.</summary>
/// <param name="Input">The input.</param>
/// <param name="Ratio">The time of a megabyte by that of a quarter.</param>
/// <param name="Whole">Seconds for a megabyte.</param>
/// <param name="Sixteen">Seconds for 16 of them.</param>
internal sealed record HostileTimes(string Input, double Ratio, double Whole, double Sixteen);
