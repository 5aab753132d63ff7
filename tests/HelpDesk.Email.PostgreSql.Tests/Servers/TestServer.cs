using HelpDesk.Email.PostgreSql.Tests.Servers;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace HelpDesk.Email.PostgreSql.Tests.Servers;

/// <summary>The one server of the test run, started when the first test needs it.</summary>
public sealed class TestServer : IDisposable
{
    private static readonly Lazy<PostgreSqlServer> Lazily = new(() => PostgreSqlServer.Start());

    /// <summary>The server; a test without one is skipped with the reason.</summary>
    public static PostgreSqlServer Instance
    {
        get
        {
            PostgreSqlPrograms.Require();
            return Lazily.Value;
        }
    }

    public void Dispose()
    {
        if (Lazily.IsValueCreated)
        {
            Lazily.Value.Dispose();
        }
    }
}
