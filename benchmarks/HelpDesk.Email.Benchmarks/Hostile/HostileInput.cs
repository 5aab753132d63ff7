namespace HelpDesk.Email.Benchmarks.Hostile;

/// <summary>An input that makes careless readers slow.</summary>
/// <param name="Name">What it is a flood of.</param>
/// <param name="Make">Makes one of about so many characters.</param>
internal sealed record HostileInput(string Name, Func<int, string> Make)
{
    /// <summary>One that is a piece over and over again, between a beginning and an end.</summary>
    public static HostileInput Of(string name, string piece, string before = "", string after = "") =>
        new(name, size => before + Flood.Of(piece, size) + after);
}
