using HelpDesk.Email.Health;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Operations;

internal static class HostHealthChecks
{
    public static void Add(IServiceCollection services)
    {
        #region health-checks
        var checks = services.AddHealthChecks();
        foreach (var check in HelpDeskEmailHealthChecks.All)
        {
            checks.Add(check);
        }
        #endregion
    }
}
