namespace HelpDesk.Email.Tests.Model;

/// <summary>The flow as it is, and the flow without one of the things that make it right.</summary>
public enum FlowVariant
{
    /// <summary>As the engine runs it.</summary>
    Standard,

    /// <summary>The mail store looks at no fence.</summary>
    WithoutFence,

    /// <summary>Who takes over a row with a committed decision decides again.</summary>
    ReevaluatesDecisions,

    /// <summary>Mail is planned from what was decided, not from what the ticket store did.</summary>
    PlansFromDecision,

    /// <summary>A decision is committed although another row has its reservation.</summary>
    WithoutReservation,
}
