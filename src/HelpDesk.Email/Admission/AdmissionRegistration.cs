using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Admission;

internal static class AdmissionRegistration
{
    /// <summary>What decides what a mail does to a ticket.</summary>
    public static IServiceCollection AddAdmission(this IServiceCollection services)
    {
        return services;
    }
}
