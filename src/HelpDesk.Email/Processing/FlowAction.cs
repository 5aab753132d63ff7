namespace HelpDesk.Email.Processing;

/// <summary>What a worker does with a row, by its state.</summary>
internal enum FlowAction
{
    /// <summary>Looks and decides; writes nothing.</summary>
    Decide,

    /// <summary>Gives the committed decision to the ticket store.</summary>
    Apply,

    /// <summary>Plans what follows from the ticket store's committed result.</summary>
    Conclude,

    /// <summary>Nothing: the row is done.</summary>
    Rest,
}
