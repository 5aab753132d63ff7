using HelpDesk.Email.Admission;
using HelpDesk.Email.Classification;
using HelpDesk.Email.Commands;
using HelpDesk.Email.Content;
using HelpDesk.Email.Correlation;
using HelpDesk.Email.Identity;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Routing;
using HelpDesk.Email.Screening;

namespace HelpDesk.Email.Pipeline;

/// <summary>The steps in run order: this list is the documentation.</summary>
internal static class DefaultPipeline
{
    public static InboundPipeline Create() => new InboundPipeline()
        .Add<ParseStep>()
        .Add<ClassifyStep>()
        .Add<IdentifyStep>()
        .Add<ScreenStep>()
        .Add<CorrelateStep>()
        .Add<ExtractStep>()
        .Add<CommandStep>()
        .Add<RouteStep>()
        .Add<AdmitStep>();
}
