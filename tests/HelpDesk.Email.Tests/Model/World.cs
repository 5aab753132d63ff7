using System.Runtime.InteropServices;

namespace HelpDesk.Email.Tests.Model;

/// <summary>Everything at one moment: two workers, three mails, the reservations and the ticket store.</summary>
internal sealed class World
{
    public const int Original = 0;
    public const int Twin = 1;
    public const int Reply = 2;
    public const int Rows = 3;
    public const int Workers = 2;
    public const int MaxTickets = 6;
    public const int MaxOperations = 5;

    public RowModel[] Row { get; private init; } = new RowModel[Rows];

    public WorkerModel[] Worker { get; private init; } = new WorkerModel[Workers];

    /// <summary>Row + 1 that holds the reservation of the twins, and of the reply.</summary>
    public byte[] Reservation { get; private init; } = new byte[2];

    /// <summary>The version of each ticket, from 1; 0 for one that is not made.</summary>
    public byte[] TicketVersion { get; private init; } = new byte[MaxTickets + 1];

    /// <summary>How many entries a mail has become.</summary>
    public byte[] Entries { get; private init; } = new byte[Rows];

    /// <summary>In which ticket the newest of them stands.</summary>
    public byte[] EntryTicket { get; private init; } = new byte[Rows];

    /// <summary>What the ticket store recorded, by row and operation.</summary>
    public ResultModel[] Recorded { get; private init; } = new ResultModel[Rows * MaxOperations];

    /// <summary>How many crashes and lost leases may still happen.</summary>
    public byte Disturbances { get; set; }

    /// <summary>How often the host may still change a ticket by itself.</summary>
    public byte HostEdits { get; set; }

    public static World Start(byte disturbances, byte hostEdits)
    {
        var world = new World { Disturbances = disturbances, HostEdits = hostEdits };
        for (var i = 0; i < Rows; i++)
        {
            world.Row[i].OnServer = true;
        }

        return world;
    }

    public static int ReservationOf(int row) => row == Reply ? 1 : 0;

    public World Clone() => new()
    {
        Row = [.. Row],
        Worker = [.. Worker],
        Reservation = [.. Reservation],
        TicketVersion = [.. TicketVersion],
        Entries = [.. Entries],
        EntryTicket = [.. EntryTicket],
        Recorded = [.. Recorded],
        Disturbances = Disturbances,
        HostEdits = HostEdits,
    };

    /// <summary>All that makes this world different from another one, as 128 bits. The workers are alike: which is which makes no difference.</summary>
    public UInt128 Key()
    {
        var straight = KeyOf(0, 1);
        var crossed = KeyOf(1, 0);
        return straight < crossed ? straight : crossed;
    }

    private UInt128 KeyOf(int first, int second)
    {
        Span<RowModel> rows = [.. Row];
        Span<WorkerModel> workers = [Worker[first], Worker[second]];
        foreach (ref var worker in workers)
        {
            // Of a fence it only matters whether it is the newest.
            worker.Fence = worker.Phase == WorkerPhase.Idle || worker.Fence != Row[worker.Row].Fence ? (byte)0 : (byte)1;
        }

        foreach (ref var row in rows)
        {
            row.Fence = 0;
            row.Holder = row.Holder == 0 || first == 0 ? row.Holder : (byte)(3 - row.Holder);
        }

        var hash = new WorldHash();
        hash.Add(MemoryMarshal.AsBytes(rows));
        hash.Add(MemoryMarshal.AsBytes(workers));
        hash.Add(MemoryMarshal.AsBytes(Recorded.AsSpan()));
        hash.Add(Reservation);
        hash.Add(TicketVersion);
        hash.Add(Entries);
        hash.Add(EntryTicket);
        hash.Add([Disturbances, HostEdits]);
        return hash.Value;
    }
}
