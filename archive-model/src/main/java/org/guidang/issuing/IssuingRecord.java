// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.guidang.shared.Fixity;

/**
 * One issuing record (电子出证记录) as received with a case. Its 唯一标识码 is unique in the whole system and compared by
 * case (ours: the standard does not say): the same record again is the same, another content under the same code is
 * refused. Never changed once kept; the file itself stays in the case as it came.
 */
@Entity
@Table(name = "issuing_record")
public class IssuingRecord {

    /** The zone in which 表 A.1 times are read. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Id
    @Column(name = "request_id")
    private String requestId;

    @Column(name = "application_number")
    private String applicationNumber;

    @Column(name = "system_code")
    private String systemCode;

    @Column(name = "system_department_code")
    private String systemDepartmentCode;

    @Column(name = "interface_code")
    private String interfaceCode;

    @Column(name = "interface_department_code")
    private String interfaceDepartmentCode;

    @Column(name = "request_time")
    private Instant requestTime;

    @Column(name = "response_time")
    private Instant responseTime;

    @Column(name = "sponsor_code")
    private String sponsorCode;

    @Column(name = "service_code")
    private String serviceCode;

    @Column(name = "accessor_id")
    private String accessorId;

    @Column(name = "project_id")
    private String projectId;

    @Column(name = "material_name")
    private String materialName;

    @Column(name = "request_param")
    private String requestParam;

    @Column(name = "response_data")
    private String responseData;

    @Embedded
    private Fixity fixity;

    @Column(name = "received_at")
    private Instant receivedAt;

    protected IssuingRecord() {} // JPA

    /**
     * @param applicationNumber the case it came with
     * @param fixity of the record file as received
     */
    public IssuingRecord(IssuingRecordData data, String applicationNumber, Fixity fixity, Instant now) {
        this.requestId = data.requestId();
        this.applicationNumber = applicationNumber;
        this.systemCode = data.systemCode();
        this.systemDepartmentCode = data.systemDepartmentCode();
        this.interfaceCode = data.interfaceCode();
        this.interfaceDepartmentCode = data.interfaceDepartmentCode();
        this.requestTime = data.requestTime().atZone(ZONE).toInstant();
        this.responseTime = data.responseTime().atZone(ZONE).toInstant();
        this.sponsorCode = data.sponsorCode();
        this.serviceCode = data.serviceCode();
        this.accessorId = data.accessorId();
        this.projectId = data.projectId();
        this.materialName = data.materialName();
        this.requestParam = data.requestParam();
        this.responseData = data.responseData();
        this.fixity = fixity;
        this.receivedAt = now;
    }

    public String requestId() {
        return requestId;
    }

    /** 统一申报号 of the case it came with. */
    public String applicationNumber() {
        return applicationNumber;
    }

    public Fixity fixity() {
        return fixity;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** The fields as read. */
    public IssuingRecordData data() {
        return new IssuingRecordData(
                requestId,
                systemCode,
                systemDepartmentCode,
                interfaceCode,
                interfaceDepartmentCode,
                LocalDateTime.ofInstant(requestTime, ZONE),
                LocalDateTime.ofInstant(responseTime, ZONE),
                sponsorCode,
                serviceCode,
                accessorId,
                projectId,
                materialName,
                requestParam,
                responseData);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IssuingRecord that && requestId.equals(that.requestId);
    }

    @Override
    public int hashCode() {
        return requestId.hashCode();
    }
}
