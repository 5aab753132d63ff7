using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>An event that waits to be told; touched under the store's lock alone.</summary>
internal sealed class HostEventRow(long sequence, NewHostEvent hostEvent)
{
    public long Sequence { get; } = sequence;

    public NewHostEvent Event { get; } = hostEvent;

    public Holding Holding { get; } = new();

    public int Attempts { get; set; }

    public DateTimeOffset NotBefore { get; set; } = DateTimeOffset.MinValue;
}
