using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Tests.Model;

/// <summary>A mail: on its server, in the journal, and what became of it. Small values only: a world is hashed many times.</summary>
internal struct RowModel
{
    public bool OnServer;
    public bool InJournal;
    public JournalState State;
    public byte Operation;
    public byte Fence;
    public byte Holder;
    public DecisionModel Decision;
    public ResultModel Result;
    public JournalOutcome Outcome;
    public byte Mails;
    public byte MailNamesTicket;
    public byte IndexedTicket;
    public bool WaitedLongEnough;
}

/// <summary>What was decided: ticket 0 is none.</summary>
internal readonly record struct DecisionModel(byte Ticket, bool Creates, byte ExpectedVersion);

/// <summary>What the ticket store did.</summary>
internal readonly record struct ResultModel(byte Ticket, bool Created, bool Void)
{
    public bool IsKnown => Ticket > 0 || Void;
}
