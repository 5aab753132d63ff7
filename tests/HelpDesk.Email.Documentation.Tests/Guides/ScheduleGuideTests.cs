using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Guides;

public sealed class ScheduleGuideTests
{
    [Fact]
    public async Task The_report_of_the_guide_is_mailed()
    {
        await using var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Reports:orders:DailyAt"] = "06:30";
                options.Settings["Reports:orders:To:0"] = "boss@example.com";
                options.Compose = builder =>
                {
                    builder.Services.AddSingleton<IOrderCount, Seven>();
                    #region add-report
                    builder.AddReport<OrdersReport>();
                    #endregion
                };
            },
            TestContext.Current.CancellationToken);

        await desk.AdvanceAsync(TimeSpan.FromDays(1), TestContext.Current.CancellationToken);

        Assert.Equal(["boss@example.com"], Assert.Single(desk.Transport.Sent).Recipients);
    }

    [Fact]
    public async Task The_article_of_the_guide_is_found()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, TestContext.Current.CancellationToken);
        var articles = desk.Services.GetRequiredService<IKnowledgeWriter>();
        var token = TestContext.Current.CancellationToken;
        #region save-article
        await articles.SaveAsync(
            new KnowledgeArticle("kb-17", "The printer is on fire", "Pull the plug. Then call us.")
            {
                Url = "https://help.example.com/kb-17",
                Folder = "Public/Printers",
            },
            token);
        #endregion

        Assert.Single(await desk.Services.GetRequiredService<IKnowledgeBase>().SearchAsync(new KnowledgeQuery("fire!"), token));
    }

    private sealed class Seven : IOrderCount
    {
        public ValueTask<int> CountAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => ValueTask.FromResult(7);
    }
}
