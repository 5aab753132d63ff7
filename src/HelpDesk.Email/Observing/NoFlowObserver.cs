namespace HelpDesk.Email.Observing;

/// <summary>Looks away: what every host has.</summary>
internal sealed class NoFlowObserver : IFlowObserver
{
    public void Reached(FlowPoint point)
    {
    }
}
