namespace HelpDesk.Email.Contacts;

/// <summary>Invites people who were made contacts because they wrote a mail: the host gives them an account, or a link to make one.</summary>
/// <remarks>
/// <para>Called after the ticket is there and before the welcome mail is made. A crash in between has it called again for the same
/// person: the second call must not undo what the first one told them. An exception counts as a failed attempt, and after three the
/// welcome mail is a failed row of the outbox; the ticket stays. Called from several threads at once.</para>
/// <para>Not called for people who may not be who they say, nor where no program may answer.</para>
/// </remarks>
public interface IContactInvitation
{
    /// <summary>Invites a person.</summary>
    /// <returns>What the welcome mail tells them; <see langword="null"/> for no welcome mail.</returns>
    ValueTask<ContactInvitation?> InviteAsync(Contact contact, CancellationToken cancellationToken);
}
