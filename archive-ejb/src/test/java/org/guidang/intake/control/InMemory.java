// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.guidang.audit.Operation;
import org.guidang.audit.OperationChain;
import org.guidang.audit.OperationRepository;
import org.guidang.catalog.ServiceItem;
import org.guidang.catalog.ServiceItemRepository;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseRepository;
import org.guidang.intake.CaseState;
import org.guidang.intake.QuarantineEntry;
import org.guidang.intake.QuarantineRepository;
import org.guidang.issuing.IssuingRecord;
import org.guidang.issuing.IssuingRecordRepository;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.UnknownOrganizationException;
import org.guidang.organization.UnknownPersonException;

/** Repositories that keep their things in memory. */
public final class InMemory {

    private InMemory() {}

    public static final class Cases implements CaseRepository {

        private final Map<ApplicationNumber, Case> all = new LinkedHashMap<>();

        @Override
        public Optional<Case> find(ApplicationNumber number) {
            return Optional.ofNullable(all.get(number));
        }

        @Override
        public void add(Case received) {
            all.put(received.number(), received);
        }

        @Override
        public List<Case> of(String window, CaseState state, int offset, int limit) {
            return all.values().stream()
                    .filter(each -> each.window().equals(window) && each.state() == state)
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long count(String window, CaseState state) {
            return of(window, state, 0, Integer.MAX_VALUE).size();
        }

        @Override
        public void flush() {
            // Nothing is pending.
        }

        @Override
        public long count() {
            return all.size();
        }
    }

    static final class Items implements ServiceItemRepository {

        private final Map<String, ServiceItem> all = new LinkedHashMap<>();

        @Override
        public Optional<ServiceItem> find(String code) {
            return Optional.ofNullable(all.get(code));
        }

        @Override
        public void add(ServiceItem item) {
            all.put(item.code(), item);
        }

        @Override
        public List<ServiceItem> list(int offset, int limit) {
            return all.values().stream().skip(offset).limit(limit).toList();
        }

        @Override
        public long count() {
            return all.size();
        }
    }

    static final class Records implements IssuingRecordRepository {

        private final Map<String, IssuingRecord> all = new LinkedHashMap<>();

        @Override
        public Optional<IssuingRecord> find(String requestId) {
            return Optional.ofNullable(all.get(requestId));
        }

        @Override
        public void add(IssuingRecord record) {
            all.put(record.requestId(), record);
        }

        @Override
        public List<IssuingRecord> of(String applicationNumber) {
            return all.values().stream()
                    .filter(each -> each.applicationNumber().equals(applicationNumber))
                    .toList();
        }
    }

    static final class Quarantine implements QuarantineRepository {

        private final List<QuarantineEntry> all = new ArrayList<>();

        @Override
        public void add(QuarantineEntry entry) {
            all.add(entry);
        }

        @Override
        public Optional<QuarantineEntry> find(String id) {
            return all.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public List<QuarantineEntry> of(String window, int offset, int limit) {
            return all.stream()
                    .filter(each -> each.window().equals(window))
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long count(String window) {
            return of(window, 0, Integer.MAX_VALUE).size();
        }
    }

    static final class People implements PersonRepository {

        private final Map<String, Person> all = new LinkedHashMap<>();

        @Override
        public Optional<Person> find(String userName) {
            return Optional.ofNullable(all.get(userName));
        }

        @Override
        public Person lock(String userName) {
            return find(userName).orElseThrow(() -> new UnknownPersonException(userName));
        }

        @Override
        public List<Person> ofOrganization(String code) {
            return all.values().stream()
                    .filter(each -> each.asActor().organization().equals(code))
                    .toList();
        }

        @Override
        public void add(Person person) {
            all.put(person.userName(), person);
        }
    }

    static final class Organizations implements OrganizationRepository {

        private final Map<String, Organization> all = new LinkedHashMap<>();

        @Override
        public Organization get(String code) {
            return find(code).orElseThrow(() -> new UnknownOrganizationException(code));
        }

        @Override
        public Optional<Organization> find(String code) {
            return Optional.ofNullable(all.get(code));
        }

        @Override
        public List<Organization> ofKind(OrganizationKind kind) {
            return all.values().stream().filter(each -> each.kind() == kind).toList();
        }

        @Override
        public void add(Organization organization) {
            all.put(organization.code(), organization);
        }

        @Override
        public boolean isEmpty() {
            return all.isEmpty();
        }
    }

    static final class Operations implements OperationRepository {

        final List<Operation> entries = new ArrayList<>();
        private final Map<String, OperationChain> heads = new LinkedHashMap<>();

        @Override
        public OperationChain lockHead(String chain) {
            return heads.computeIfAbsent(chain, OperationChain::new);
        }

        @Override
        public void append(Operation entry) {
            entries.add(entry);
        }

        @Override
        public List<String> chains() {
            return List.copyOf(heads.keySet());
        }

        @Override
        public void readAll(String chain, Consumer<Operation> reader) {
            entries.stream().filter(each -> each.number().chain().equals(chain)).forEach(reader);
        }

        @Override
        public List<Operation> find(String chain, String objectId, Instant from, Instant to, int offset, int limit) {
            return entries.stream()
                    .filter(each -> objectId == null || each.objectId().equals(objectId))
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long count(String chain, String objectId, Instant from, Instant to) {
            return find(chain, objectId, from, to, 0, Integer.MAX_VALUE).size();
        }

        @Override
        public OperationChain head(String chain) {
            return lockHead(chain);
        }
    }
}
