namespace HelpDesk.Email.Protocols.Tests.Loops;

/// <summary>Programs that answer each other, over real SMTP.</summary>
[Trait("Feature", "BE-07")]
public sealed class LoopTests
{
    private const string A = "support@a.test";
    private const string B = "support@b.test";
    private const string C = "support@c.test";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task Two_help_desks_that_answer_each_other_stop_after_two_mails()
    {
        await using var office = new PostOffice(mail => mail);
        await office.OpenAsync();
        await using var a = await LoopDesk.StartAsync(A, office);
        await using var b = await LoopDesk.StartAsync(B, office);

        await office.PostAsync(PostedMail.Of(B, A, "Your order", "It is on its way."), TestContext.Current.CancellationToken);
        await RunAsync(a, b);

        Assert.Equal([A, B], office.Posted.Select(mail => mail.Recipient));
        Assert.Equal(0, a.Alarms.Count + b.Alarms.Count);
    }

    [Fact]
    public async Task Two_help_desks_behind_a_relay_that_strips_everything_stop_after_three_answers_a_side_with_one_alarm()
    {
        await using var office = new PostOffice(mail => mail.Rewritten());
        await office.OpenAsync();
        await using var a = await LoopDesk.StartAsync(A, office);
        await using var b = await LoopDesk.StartAsync(B, office);

        await office.PostAsync(PostedMail.Of(B, A, "Your order", "It is on its way."), TestContext.Current.CancellationToken);
        await RunAsync(a, b);

        // The first mail was a person's.
        Assert.Equal(3, office.Posted.Skip(1).Count(mail => mail.From == A));
        Assert.Equal(3, office.Posted.Skip(1).Count(mail => mail.From == B));
        Assert.Equal(1, a.Alarms.Count + b.Alarms.Count);
    }

    [Fact]
    public async Task A_ring_of_three_stops_after_two_mails_and_behind_a_relay_after_three_answers_a_side_with_one_alarm()
    {
        foreach (var isRewritten in (bool[])[false, true])
        {
            // Whatever comes to one of them seems to be from the next one, so that its answer goes on in the ring.
            await using var office = new PostOffice(mail => (isRewritten ? mail.Rewritten() : mail).WithFrom(Next(mail.Recipient)));
            await office.OpenAsync();
            await using var a = await LoopDesk.StartAsync(A, office);
            await using var b = await LoopDesk.StartAsync(B, office);
            await using var c = await LoopDesk.StartAsync(C, office);

            await office.PostAsync(PostedMail.Of(C, A, "Your order", "It is on its way."), TestContext.Current.CancellationToken);
            await RunAsync(a, b, c);

            if (isRewritten)
            {
                Assert.Equal([A, B, C], office.Posted.Take(3).Select(mail => mail.Recipient));
                Assert.All(office.Posted.Skip(1).GroupBy(mail => mail.Recipient), answers => Assert.Equal(3, answers.Count()));
                Assert.Equal(1, a.Alarms.Count + b.Alarms.Count + c.Alarms.Count);
            }
            else
            {
                Assert.Equal([A, B], office.Posted.Select(mail => mail.Recipient));
            }
        }
    }

    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(true, 3, 1)]
    public async Task A_robot_that_answers_everything_gets_few_answers(bool hidesWhatItIs, int answers, int alarms)
    {
        const string Robot = "ann@robots.test";
        await using var office = new PostOffice(mail => mail);
        await office.OpenAsync();
        await using var desk = await LoopDesk.StartAsync(A, office);
        office.Deliver(Robot, mail => office.PostAsync(Away(Robot, hidesWhatItIs), TestContext.Current.CancellationToken));

        await office.PostAsync(PostedMail.Of(Robot, A, "My printer", "It smokes."), TestContext.Current.CancellationToken);
        await RunAsync(desk);

        Assert.Equal(answers, office.Posted.Count(mail => mail.Recipient == Robot));
        Assert.Equal(alarms, desk.Alarms.Count);
    }

    private static PostedMail Away(string robot, bool hidesWhatItIs)
    {
        var mail = PostedMail.Of(robot, A, hidesWhatItIs ? "A word" : "Out of office", hidesWhatItIs ? "Thursday." : "I am out of the office until Monday.");
        return hidesWhatItIs ? mail : mail with { ReversePath = string.Empty, Text = "Auto-Submitted: auto-replied (vacation)\r\n" + mail.Text };
    }

    private static string Next(string address) => address switch
    {
        A => B,
        B => C,
        _ => A,
    };

    private static async Task RunAsync(params LoopDesk[] desks)
    {
        for (var time = TimeSpan.Zero; time < HalfAnHour; time += Step)
        {
            foreach (var desk in desks)
            {
                await desk.PassAsync(Step);
            }
        }
    }
}
