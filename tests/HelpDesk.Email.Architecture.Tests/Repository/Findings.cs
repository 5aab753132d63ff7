namespace HelpDesk.Email.Architecture.Tests.Repository;

/// <summary>What a rule finds against the code, told in full.</summary>
internal static class Findings
{
    public static void None(string rule, IEnumerable<string?> findings)
    {
        var all = findings.ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{rule}:\n{string.Join('\n', all)}");
        }
    }
}
