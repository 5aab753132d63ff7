using HelpDesk.Email.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email;

/// <summary>Composes a help desk; satellite packages add their <c>UseX</c> and <c>AddX</c> as extension methods.</summary>
/// <remarks><c>UseX</c> is for the one (the last call wins), <c>AddX</c> for many. Not thread-safe: composition happens at start.</remarks>
public interface IHelpDeskEmailBuilder
{
    /// <summary>The services of the host.</summary>
    IServiceCollection Services { get; }

    /// <summary>The steps that decide about incoming mail.</summary>
    InboundPipeline Pipeline { get; }
}
