namespace HelpDesk.Email.Benchmarks.Measuring;

/// <summary>What running two pieces of work by turns gave.</summary>
/// <param name="Subject">Seconds that the work in question took, each run.</param>
/// <param name="Yardstick">Seconds that the work it is compared with took.</param>
/// <param name="Ratio">The one by the other, pair by pair.</param>
/// <param name="Allocated">Bytes that one run of the work in question allocated.</param>
internal sealed record Pairs(Spread Subject, Spread Yardstick, Spread Ratio, double Allocated);
