// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guidang.notice.Step;
import org.guidang.shared.Actor;

/**
 * One transfer list (移交清单, DB43/T 第6部分 附录 A 表 A.1): the packages a service window offers to an implementing
 * agency, and what became of them.
 *
 * <p>Drafted and submitted by the window: that is version 1 and never changes. The agency tests every package anew and
 * decides each. When the review is concluded, what was accepted becomes the next version, with the opinion of both
 * detections; what was not goes back with its reasons. Both parties sign the digest of that version, two people of two
 * organizations; one signature alone counts for nothing. A list of which nothing was accepted is closed; corrected
 * packages go out on a new list that names this one, so that a signature always points at exactly what was signed.
 */
@Entity
@Table(name = "transfer_list")
public class TransferList {

    public static final int MOST_PACKAGES = 10_000;

    @EmbeddedId
    private TransferListNumber number;

    @Column(name = "window_code")
    private String window;

    @Column(name = "agency_code")
    private String agency;

    @Column(name = "resubmits")
    private String resubmits;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private TransferState state = TransferState.DRAFT;

    @Column(name = "list_version")
    private int listVersion = 1;

    @Embedded
    private ListTotals totals = ListTotals.none();

    @Embedded
    private ListHistory history = new ListHistory();

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "due_step")
    private Step dueStep;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Embedded
    private Review review = new Review();

    @Embedded
    private ListContents contents = new ListContents();

    @Embedded
    private SignOff signOff = new SignOff();

    @Version
    @Column(name = "revision")
    private long revision;

    protected TransferList() {} // JPA

    /**
     * An empty draft.
     *
     * @param resubmits the list whose returned packages come again; null for a first offer
     */
    public TransferList(
            TransferListNumber number, String agency, TransferListNumber resubmits, Actor actor, Instant now) {
        this.number = number;
        this.window = actor.organization();
        this.agency = agency;
        this.resubmits = resubmits == null ? null : resubmits.value();
        history.record(Act.DRAFTED, actor, now, 0);
    }

    /**
     * Puts packages on the draft; one that is already on it is passed over.
     *
     * @throws ListContentException when the list would hold more than {@link #MOST_PACKAGES}
     */
    public void add(Collection<OfferedFacts> offered, Actor actor, Instant now) {
        require(TransferState.DRAFT);
        changed(actor, now, contents.add(this, offered));
    }

    /** Takes packages off the draft; rows that lose their last package go. */
    public void remove(Collection<String> packageNumbers, Actor actor, Instant now) {
        require(TransferState.DRAFT);
        contents.remove(this, packageNumbers);
        changed(actor, now, packageNumbers.size());
    }

    /** Writes the remark (备注) of a row; all other columns are computed. */
    public void remark(String batch, String text, Actor actor, Instant now) {
        require(TransferState.DRAFT);
        contents.remark(this, batch, text);
        changed(actor, now, 0);
    }

    /** Offers the list to the agency; from here on version 1 stands as it is. */
    public void submit(Actor actor, Instant now, Measure measure) {
        require(TransferState.DRAFT);
        if (contents.isEmpty()) {
            throw ListContentException.empty(number);
        }
        state = TransferState.SUBMITTED;
        submittedAt = now;
        fixVersion(1, measure, now);
        history.record(Act.SUBMITTED, actor, now, contents.size());
    }

    /** Sets the last day of the step that comes next; a step that was done takes its day with it. */
    public void due(Step step, LocalDate lastDay) {
        require(TransferState.SUBMITTED, TransferState.UNDER_REVIEW, TransferState.SIGNED_BY_ONE);
        dueStep = step;
        dueOn = lastDay;
    }

    /** The window asks the agency to hurry (催办). Changes nothing but the history. */
    public void remind(Actor actor, Instant now) {
        require(TransferState.SUBMITTED, TransferState.UNDER_REVIEW);
        history.mention(Act.REMINDED, actor, now);
    }

    /** Takes the list back before review begins, or drops a draft; its packages are free again. */
    public void withdraw(Actor actor, Instant now) {
        require(TransferState.DRAFT, TransferState.SUBMITTED);
        close(TransferState.WITHDRAWN);
        history.record(Act.WITHDRAWN, actor, now, contents.size());
    }

    /** The agency begins; every package waits for its receipt detection. */
    public void receive(Actor actor, Instant now) {
        require(TransferState.SUBMITTED);
        state = TransferState.UNDER_REVIEW;
        history.record(Act.RECEIVED, actor, now, contents.size());
    }

    /** The receipt detection of packages came to results; one that is decided, or a review that is over, ignores them. */
    public void tested(Collection<TestResult> results) {
        if (isOpenToReview()) {
            review.tested(this, contents, results);
            count();
        }
    }

    /**
     * Draws the sample a person looks at (抽样核对), once.
     *
     * @return the packages drawn
     * @throws SampleException when one was drawn before
     */
    public List<OfferedPackage> draw(Sample drawn, Actor actor, Instant now) {
        requireOpenReview();
        String submitted = signOff.version(1).orElseThrow().text().sm3();
        List<OfferedPackage> chosen = review.draw(this, contents, submitted, drawn);
        history.record(Act.SAMPLED, actor, now, chosen.size());
        return chosen;
    }

    /** Notes that somebody of the agency looks at a package under review; afterwards it changes nothing. */
    public void open(String packageNumber, Actor actor, Instant now) {
        if (isOpenToReview()) {
            get(packageNumber).open(actor, now);
        }
    }

    /**
     * Marks a package doubtful (存疑) and asks a colleague; the decision stays with a reviewer.
     *
     * @param colleague of the same agency, a reviewer; null for any other one
     * @throws DoubtException when the words do not do, one asks oneself, or a doubt about the package is open
     */
    public Doubt doubt(String packageNumber, String question, Colleague colleague, Actor actor, Instant now) {
        requireOpenReview();
        Doubt raised = new Doubt(this, packageNumber, question, colleague, actor, now);
        review.doubts().raise(get(packageNumber), raised);
        history.record(Act.DOUBTED, actor, now, 1);
        return raised;
    }

    /** The opinion of the colleague who was asked. */
    public Doubt advise(String doubt, String opinion, Actor actor, Instant now) {
        requireOpenReview();
        Doubt answered = review.doubts().answer(number, doubt, opinion, actor, now);
        history.record(Act.ADVISED, actor, now, 1);
        return answered;
    }

    /** A reviewer no longer needs the opinion. */
    public Doubt takeBackDoubt(String doubt, Actor actor, Instant now) {
        requireOpenReview();
        Doubt back = review.doubts().takeBack(number, doubt, actor, now);
        history.record(Act.DOUBT_TAKEN_BACK, actor, now, 1);
        return back;
    }

    /** All that were raised, first to last. */
    public List<Doubt> doubts() {
        return review.doubts().all();
    }

    /** The sample drawn; empty when none was. */
    public Optional<Sample> sample() {
        return review.sample();
    }

    /**
     * Accepts packages, all or none of those named. May be changed until the review is concluded.
     *
     * @param note why, where the detection could not tell; may be empty otherwise
     */
    public void accept(Collection<String> packageNumbers, String note, Actor actor, Instant now) {
        requireOpenReview();
        decided(review.accept(this, contents, packageNumbers, note, actor, now), actor, now);
    }

    /** Marks packages as going back, all or none of those named. May be changed until the review is concluded. */
    public void sendBack(Collection<String> packageNumbers, CorrectionDemand demand, Actor actor, Instant now) {
        requireOpenReview();
        decided(review.sendBack(this, contents, packageNumbers, demand, actor, now), actor, now);
    }

    private void decided(int packages, Actor actor, Instant now) {
        count();
        history.record(Act.DECIDED, actor, now, packages);
    }

    /** What a bulk decision would do with each of the packages; changes nothing. */
    public BulkResult foresee(BulkDecision decision, Collection<String> packageNumbers) {
        requireOpenReview();
        return review.foresee(this, contents, decision, packageNumbers);
    }

    /** Decides each of the packages for itself: what cannot be decided so stays as it is and spoils no other. */
    public BulkResult decideEach(BulkDecision decision, Collection<String> packageNumbers, Actor actor, Instant now) {
        requireOpenReview();
        BulkResult result = review.decideEach(this, contents, decision, packageNumbers, actor, now);
        if (result.done() > 0) {
            decided(result.done(), actor, now);
        }
        return result;
    }

    /**
     * Sends the whole list back (整批退回). A package decided to go back before keeps its own reasons. Possible until the
     * agency has signed: a signature of the window alone counts for nothing.
     *
     * @return the packages that go back
     */
    public List<OfferedPackage> returnAll(CorrectionDemand demand, Actor actor, Instant now) {
        requireReturnable();
        List<OfferedPackage> going = packages(listVersion);
        review.sendBackRest(going, demand, actor, now);
        close(TransferState.RETURNED);
        count();
        history.record(Act.RETURNED, actor, now, going.size());
        return going;
    }

    /**
     * Ends the review: what was accepted becomes the next version, to be signed by both; the rest goes back. When nothing
     * was accepted the list is closed.
     *
     * @return the packages that go back, for the return notice; empty when all were accepted
     * @throws ReviewIncompleteException when a package is undecided
     */
    public List<OfferedPackage> conclude(Actor actor, Instant now, Measure measure) {
        requireOpenReview();
        List<OfferedPackage> going = review.requireComplete(this, contents);
        if (going.size() == contents.size()) {
            close(TransferState.RETURNED);
            history.record(Act.RETURNED, actor, now, going.size());
            return going;
        }
        listVersion++;
        review.conclude(contents, listVersion);
        fixVersion(listVersion, measure, now);
        history.record(Act.CONCLUDED, actor, now, contents.size() - going.size());
        return going;
    }

    /**
     * Takes the signature of one party under the concluded version.
     *
     * @throws StaleVersionException when version or digest are not those of the list now
     * @throws SamePersonSignsTwiceException when one person or one organization would sign for both
     * @throws WrongPartyException when the signer does not belong to the party
     */
    public void sign(Signed signed) {
        require(TransferState.UNDER_REVIEW, TransferState.SIGNED_BY_ONE);
        if (!review.isConcluded()) {
            throw ReviewIncompleteException.notConcluded(number);
        }
        requireSeen(signed.listVersion(), signed.sm3());
        requireFreeToSign(signed.party(), signed.userName(), signed.displayName(), signed.organization());
        state = signOff.isEmpty() ? TransferState.SIGNED_BY_ONE : TransferState.SIGNED;
        signOff.take(new PartySignature(this, signed));
        if (state == TransferState.SIGNED) {
            nothingDue();
        }
        history.record(signed, currentPackages());
    }

    /** Checks without changing anything that this person may sign for the party now. */
    public void requireFreeToSign(Party party, String userName, String displayName, String organization) {
        require(TransferState.UNDER_REVIEW, TransferState.SIGNED_BY_ONE);
        if (signOff.of(party).isPresent()) {
            throw tooLate();
        }
        if (signOff.signedBy(userName)) {
            throw new SamePersonSignsTwiceException(number, displayName);
        }
        if (!organization.equals(party == Party.WINDOW ? window : agency) || window.equals(agency)) {
            throw new WrongPartyException(number, organization);
        }
    }

    /** @throws StaleVersionException when the caller saw another version or another digest */
    public void requireSeen(int version, String sm3) {
        if (version != listVersion) {
            throw new StaleVersionException(number, version, listVersion, history.last());
        }
        String now = current().map(fixed -> fixed.text().sm3()).orElse("");
        if (!now.equalsIgnoreCase(sm3)) {
            throw new StaleVersionException(number, sm3, now, history.last());
        }
    }

    /** @throws StaleVersionException when the caller compares revisions and has seen another */
    public void requireRevision(Long seen) {
        if (seen != null && seen != revision) {
            throw new StaleVersionException(number, seen, revision, history.last());
        }
    }

    /**
     * Packages are in the holdings, read back and verified. The last one closes the list as STORED; what is said twice
     * changes nothing.
     *
     * @param archivalCodes by package number
     */
    public void held(Map<String, String> archivalCodes, Actor actor, Instant now) {
        if (state == TransferState.STORED) {
            return;
        }
        require(TransferState.SIGNED);
        List<OfferedPackage> held = contents.named(this, archivalCodes.keySet());
        for (OfferedPackage pack : held) {
            if (!pack.isOn(listVersion)) {
                throw new PackageNotOnListException(number, pack.packageNumber());
            }
        }
        held.forEach(pack -> pack.heldAs(archivalCodes.get(pack.packageNumber())));
        if (packages(listVersion).stream().allMatch(one -> one.archivalCode().isPresent())) {
            close(TransferState.STORED);
            history.record(Act.STORED, actor, now, currentPackages());
        }
    }

    /** @throws IllegalTransitionException unless packages of it can go back now */
    public void requireReturnable() {
        require(TransferState.UNDER_REVIEW, TransferState.SIGNED_BY_ONE);
        if (signatureOf(Party.AGENCY).isPresent()) {
            throw tooLate();
        }
    }

    /** @throws IllegalTransitionException while, or when again, only the window knows the list */
    public void requireKnownToBoth() {
        if (!TransferState.knownToAgency().contains(state)) {
            throw tooLate();
        }
    }

    private boolean isOpenToReview() {
        return state == TransferState.UNDER_REVIEW && !review.isConcluded();
    }

    private void requireOpenReview() {
        if (!isOpenToReview()) {
            throw tooLate();
        }
    }

    private void require(TransferState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw tooLate();
        }
    }

    private void fixVersion(int version, Measure measure, Instant now) {
        List<OfferedPackage> on = packages(version);
        signOff.fix(new ListVersion(this, version, on, measure.of(text(version).octets()), now));
    }

    private void close(TransferState closed) {
        state = closed;
        contents.releaseAll();
        nothingDue();
    }

    private void nothingDue() {
        dueStep = null;
        dueOn = null;
    }

    private void changed(Actor actor, Instant now, int touched) {
        count();
        history.record(Act.CHANGED, actor, now, touched);
    }

    private void count() {
        totals = contents.totals();
    }

    private IllegalTransitionException tooLate() {
        return new IllegalTransitionException(number, state, history.last());
    }

    private int currentPackages() {
        return current().map(ListVersion::packages).orElse(contents.size());
    }

    /** @throws PackageNotOnListException when it is not on the list */
    public OfferedPackage get(String packageNumber) {
        return contents.named(this, List.of(packageNumber)).get(0);
    }

    /** The canonical text of a version; of the draft as it would be submitted now. */
    public CanonicalText text(int version) {
        return CanonicalList.of(this, version, a1Rows(version), packages(version));
    }

    /** Table A.1 of a version, one row per batch, numbered without gap. */
    public List<A1Row> a1Rows(int version) {
        return contents.a1Rows(version);
    }

    /** The packages on a version, in the order of its rows, then by number. */
    public List<OfferedPackage> packages(int version) {
        return contents.on(version);
    }

    /** All packages that ever were on the submitted list, returned ones included. */
    public List<OfferedPackage> allPackages() {
        return packages(1);
    }

    public Optional<PartySignature> signatureOf(Party party) {
        return signOff.of(party);
    }

    /** The version that stands now; empty for a draft. */
    public Optional<ListVersion> current() {
        return signOff.version(listVersion);
    }

    public List<ListVersion> versions() {
        return signOff.versions();
    }

    /** What happened so far, first to last. */
    public List<ListAct> acts() {
        return history.acts();
    }

    public TransferListNumber number() {
        return number;
    }

    public String window() {
        return window;
    }

    public String agency() {
        return agency;
    }

    /** The list whose returned packages come again on this one. */
    public Optional<TransferListNumber> resubmits() {
        return Optional.ofNullable(resubmits).map(TransferListNumber::new);
    }

    public TransferState state() {
        return state;
    }

    public int version() {
        return listVersion;
    }

    /** Whether the review is over and the version waits for signatures. */
    public boolean isConcluded() {
        return review.isConcluded();
    }

    /** Whether the receipt detection of a package is still to come. */
    public boolean awaitsDetection() {
        return isOpenToReview() && totals.tested() < totals.packages();
    }

    public ListTotals totals() {
        return totals;
    }

    public ListAct last() {
        return history.last();
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    /** The step that has a last day now; empty for a draft and when both have signed. */
    public Optional<Step> dueStep() {
        return Optional.ofNullable(dueStep);
    }

    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    /** The earliest day by which packages sent back have to come again. */
    public Optional<LocalDate> correctBy() {
        return allPackages().stream()
                .map(pack -> pack.correctBy().orElse(null))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
    }

    public boolean isWindow(String organization) {
        return window.equals(organization);
    }

    /** Counts the changes, for If-Match. */
    public long revision() {
        return revision;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TransferList that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }
}
