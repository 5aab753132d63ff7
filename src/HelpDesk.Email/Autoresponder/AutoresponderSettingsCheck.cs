using HelpDesk.Email.Configuration;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Autoresponder;

/// <summary>Says what is wrong with the acknowledgements of the departments.</summary>
internal sealed class AutoresponderSettingsCheck(IServiceProvider services) : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options) => options.Departments.SelectMany(department => Check($"Departments:{department.Key}:Autoresponder", department.Value.Autoresponder));

    private IEnumerable<string> Check(string key, AutoresponderOptions options)
    {
        if (options.Template is { } template && string.IsNullOrWhiteSpace(template))
        {
            yield return $"HelpDeskEmail:{key}:Template is empty; write the name of a template, leave it out for 'ticket-received', or write false for Enabled.";
        }

        if (Bounds.Check($"{key}:Articles:MaxResults", options.Articles.MaxResults, 1, 20) is { } error)
        {
            yield return error;
        }

        if (WebAddress.WhyNot($"{key}:Articles:BrowseUrl", options.Articles.BrowseUrl) is { } wrong)
        {
            yield return wrong;
        }

        // Asked without making it: it may ask for settings itself.
        if (options.Articles.Enabled && services.GetService<IServiceProviderIsService>()?.IsService(typeof(IKnowledgeBase)) == false)
        {
            yield return $"HelpDeskEmail:{key}:Articles:Enabled is true, and there is no knowledge base: write .UseSqlite(...) or .UseKnowledgeBase<YourArticles>(), or false.";
        }
    }
}
