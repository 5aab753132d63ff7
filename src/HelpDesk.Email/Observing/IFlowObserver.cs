namespace HelpDesk.Email.Observing;

/// <summary>Is told each time the flow comes by one of its points. The engine does not depend on what it does.</summary>
/// <remarks>Called on the thread of the work, from several at once; must not block and must not throw.</remarks>
internal interface IFlowObserver
{
    void Reached(FlowPoint point);
}
