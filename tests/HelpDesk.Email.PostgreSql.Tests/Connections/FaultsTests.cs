using System.Net.Sockets;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Tests.Connections;

/// <summary>Which errors of the server are waited out, which are made again at once, and which somebody has to mend.</summary>
public sealed class FaultsTests
{
    [Theory]
    [InlineData("08000", "connection exception")]
    [InlineData("08006", "connection failure")]
    [InlineData("40001", "serialization failure")]
    [InlineData("40003", "statement completion unknown")]
    [InlineData("40P01", "deadlock detected")]
    [InlineData("53000", "insufficient resources")]
    [InlineData("53100", "disk full")]
    [InlineData("53200", "out of memory")]
    [InlineData("53300", "too many connections")]
    [InlineData("55P03", "lock not available")]
    [InlineData("57014", "query cancelled")]
    [InlineData("57P01", "admin shutdown")]
    [InlineData("57P02", "crash shutdown")]
    [InlineData("57P03", "cannot connect now")]
    [InlineData("57P05", "idle session timeout")]
    [InlineData("58000", "system error")]
    [InlineData("58030", "io error")]
    [InlineData("25006", "read only transaction")]
    [InlineData("25P03", "idle in transaction timeout")]
    [InlineData("25P04", "transaction timeout")]
    [InlineData("HD003", "octets that are gone")]
    public void What_may_go_away_is_waited_for(string state, string what)
    {
        var error = new PostgresException(what, "ERROR", "ERROR", state);
        var told = Assert.IsType<StoreUnavailableException>(Faults.Translate(error));
        Assert.True(told.IsTransient);
        Assert.Same(error, told.InnerException);
    }

    [Theory]
    [InlineData("28P01", "user and password")]
    [InlineData("28000", "user and password")]
    [InlineData("3D000", "Create it")]
    [InlineData("42501", "lacks a right")]
    public void What_somebody_has_to_mend_says_what(string state, string fix)
    {
        var told = Assert.IsType<HelpDeskConfigurationException>(Faults.Translate(new PostgresException("m", "FATAL", "FATAL", state)));
        Assert.Contains(fix, told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("23505", "unique violation")]
    [InlineData("42P01", "undefined table")]
    [InlineData("22021", "character not in repertoire")]
    [InlineData("XX000", "internal error")]
    public void What_is_a_fault_of_ours_stays_what_it_is(string state, string what)
    {
        var error = new PostgresException(what, "ERROR", "ERROR", state);
        Assert.Same(error, Faults.Translate(error));
        Assert.False(Faults.IsBroken(error));
    }

    [Theory]
    [InlineData("40001", true)]
    [InlineData("40P01", true)]
    [InlineData("55P03", false)]
    [InlineData("57P01", false)]
    public void What_stood_in_anothers_way_is_made_again_at_once(string state, bool isCollision) =>
        Assert.Equal(isCollision, Faults.IsCollision(new PostgresException("m", "ERROR", "ERROR", state)));

    [Theory]
    [InlineData("57P01", true)]
    [InlineData("57P02", true)]
    [InlineData("57P03", true)]
    [InlineData("57P05", true)]
    [InlineData("25006", true)]
    [InlineData("53300", false)]
    [InlineData("53100", false)]
    public void After_some_errors_the_connections_of_the_pool_are_likely_dead(string state, bool isBroken) =>
        Assert.Equal(isBroken, Faults.IsBroken(new PostgresException("m", "FATAL", "FATAL", state)));

    [Fact]
    public void A_line_that_breaks_and_an_answer_that_does_not_come_are_waited_for()
    {
        foreach (var error in new Exception[] { new NpgsqlException("m", new SocketException()), new NpgsqlException("m", new TimeoutException()), new NpgsqlException("m", new EndOfStreamException()) })
        {
            Assert.True(Faults.IsBroken(error));
            Assert.IsType<StoreUnavailableException>(Faults.Translate(error));
        }

        Assert.IsType<StoreUnavailableException>(Faults.Translate(new TimeoutException()));
        var cancelled = new OperationCanceledException();
        Assert.Same(cancelled, Faults.Translate(cancelled));
    }
}
