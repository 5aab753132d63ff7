using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Records;

internal static class RecordRegistration
{
    /// <summary>What takes mail as changes of records.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRecordModule, RequesterRecords>());
        services.AddSingleton<RecordModules>();
        services.AddSingleton<TicketKeywords>();
        services.AddSingleton(provider => new RecordStep(provider.GetRequiredService<RecordModules>(), provider.GetRequiredService<TicketKeywords>()));
        services.AddSingleton<ISettingsCheck, RecordSettingsCheck>();
        return services;
    }
}
