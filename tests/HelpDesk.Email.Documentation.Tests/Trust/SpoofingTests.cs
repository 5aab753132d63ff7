namespace HelpDesk.Email.Documentation.Tests.Trust;

/// <summary>What holds in the whole matrix, whatever else changes in it.</summary>
public sealed class SpoofingTests
{
    [Fact]
    [Trait("Feature", "BE-04")]
    public async Task A_stranger_joins_by_a_token_alone_and_commands_nothing_and_brings_nobody()
    {
        var strangers = (await SpoofingMatrix.CasesAsync()).Where(one => one.Sender == "stranger").ToList();
        Assert.Equal(80, strangers.Count);
        Assert.All(strangers, one => Assert.Equal(one.Evidence == "reply token", one.Joins));
        Assert.DoesNotContain(strangers, one => one.Joins && one.Outcome.Contains("Cc subscribed", StringComparison.Ordinal));
        Assert.DoesNotContain(strangers, one => one.Joins && one.Outcome.Contains("closed", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Feature", "BE-05")]
    public async Task Who_may_be_somebody_else_joins_by_no_number_commands_nothing_and_brings_nobody()
    {
        // A token in a mail to nobody else, used by whom it was made for, is a proof.
        var doubtful = (await SpoofingMatrix.CasesAsync())
            .Where(one => one.Trust is "Strict" or "Unverified" or "Contradicted")
            .Where(one => !(one is { Sender: "requester", Evidence: "reply token", Trust: not "Contradicted" }))
            .ToList();
        Assert.All(doubtful.Where(one => one.Evidence is "subject tag" or "none"), one => Assert.False(one.Joins));
        Assert.DoesNotContain(doubtful, one => one.Outcome.Contains("closed", StringComparison.Ordinal));
        Assert.DoesNotContain(doubtful, one => one.Outcome.Contains("Cc subscribed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_not_contradicted_and_belongs_to_the_ticket_is_heard()
    {
        var known = (await SpoofingMatrix.CasesAsync()).Where(one => one is { Sender: not "stranger", Trust: "Proven" or "NotEvaluated", Evidence: not "none" });
        Assert.All(known, one => Assert.True(one.Joins));
    }
}
