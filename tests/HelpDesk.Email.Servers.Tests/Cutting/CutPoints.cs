namespace HelpDesk.Email.Servers.Tests.Cutting;

/// <summary>Where sessions are cut: some places by default, every one where time is no matter.</summary>
internal static class CutPoints
{
    /// <summary>Whether the tests may take as long as they like.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("HELPDESK_EMAIL_LONG") == "1";

    /// <summary>The octets of a session before which it is cut.</summary>
    /// <param name="octets">How many it has.</param>
    public static IEnumerable<long> Of(long octets)
    {
        var step = IsLong ? 1 : 7;
        for (var at = 1L; at <= octets; at += step)
        {
            yield return at;
        }
    }
}
