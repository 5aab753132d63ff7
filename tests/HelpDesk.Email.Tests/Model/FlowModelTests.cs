using HelpDesk.Email.Processing;

namespace HelpDesk.Email.Tests.Model;

/// <summary>
/// All interleavings of two workers over three mails (an original, its twin in another mailbox, and a reply), with crashes,
/// pauses and lost leases, driven by the engine's own transition table.
/// </summary>
public sealed class FlowModelTests
{
    private const byte Disturbances = 2;
    private const byte HostEdits = 1;

    [Fact]
    [Trait("Feature", "BE-01")]
    public void No_interleaving_loses_or_doubles_a_mail_and_every_row_is_explained()
    {
        var explorer = new FlowExplorer(new FlowModel(FlowTable.Standard, FlowVariant.Standard));

        var wrong = explorer.Explore(World.Start(Disturbances, HostEdits));

        Assert.Null(wrong);
        TestContext.Current.SendDiagnosticMessage($"{explorer.Worlds} worlds visited");
        Assert.True(explorer.Worlds > 10_000, $"only {explorer.Worlds} worlds: the model has become too small to mean anything");
    }

    [Theory]
    [InlineData(FlowVariant.WithoutFence, "doubled")]
    [InlineData(FlowVariant.ReevaluatesDecisions, "doubled")]
    [InlineData(FlowVariant.PlansFromDecision, "wrong")]
    [InlineData(FlowVariant.WithoutReservation, "doubled")]
    public void Without_what_makes_it_right_some_interleaving_goes_wrong(FlowVariant variant, string how)
    {
        var explorer = new FlowExplorer(new FlowModel(FlowTable.Standard, variant));

        var wrong = explorer.Explore(World.Start(Disturbances, HostEdits));

        Assert.NotNull(wrong);
        Assert.StartsWith(how, wrong, StringComparison.Ordinal);
    }
}
