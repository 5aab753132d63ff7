using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Tests.Monitoring;

public sealed class RetryPausesTests
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(4, 16)]
    [InlineData(5, 30)]
    [InlineData(100_000, 30)]
    [Trait("Feature", "MO-03")]
    public void Pauses_grow_to_half_an_hour_and_never_end(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), RetryPauses.After(TwoMinutes, failures, MailFailure.ConnectionLost, 0.5));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 30)]
    public void A_refused_log_in_is_not_repeated_often_enough_to_lock_the_account(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), RetryPauses.After(TimeSpan.FromSeconds(1), failures, MailFailure.LoginRefused, 0.5));

    [Fact]
    public void Chance_spreads_mailboxes_by_a_tenth()
    {
        Assert.Equal(TimeSpan.FromSeconds(108), RetryPauses.After(TwoMinutes, 1, null, 0));
        Assert.Equal(TimeSpan.FromSeconds(132), RetryPauses.After(TwoMinutes, 1, null, 1));
        Assert.Equal(TimeSpan.FromSeconds(114), RetryPauses.Between(TwoMinutes, 0));
    }
}
